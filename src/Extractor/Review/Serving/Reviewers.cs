using Microsoft.AspNetCore.Http;

namespace Extract.Review.Serving;

/// <summary>Who decides: whom the command names, else whom the proxy names, else who says so.</summary>
internal sealed class Reviewers(ReviewOptions options)
{
    private const int Longest = 100;

    /// <summary>True where nobody can say another name.</summary>
    public bool AreFixed => options.Reviewer is not null || options.ProxyHeader is not null;

    /// <summary>The reviewer of a request, or null.</summary>
    public string? Of(HttpContext context)
    {
        if (options.Reviewer is { } one) return one;
        var said = context.Request.Headers[options.ProxyHeader ?? "X-Extract-Reviewer"].ToString();
        return Clean(options.ProxyHeader is null ? Uri.UnescapeDataString(said) : said);
    }

    /// <summary>The reviewer of a request that a plain link makes, which bears no header of the page: <c>as</c> in the address says who, where anybody may say so.</summary>
    public string? OfLink(HttpContext context) => Of(context) ?? (AreFixed ? null : Clean(context.Request.Query["as"].ToString()));

    private static string? Clean(string name) => name.Trim() is { Length: > 0 and <= Longest } clean && !clean.Any(char.IsControl) ? clean : null;
}
