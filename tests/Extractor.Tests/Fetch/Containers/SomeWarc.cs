using static Extract.Tests.Fetch.Containers.SomeArchive;

namespace Extract.Tests.Fetch.Containers;

/// <summary>Records of web archives as bytes.</summary>
internal static class SomeWarc
{
    public static byte[] Record(string type, string? uri, byte[] content, string mediaType = "application/http; msgtype=response", string date = "2018-06-04T10:11:12Z") =>
        [.. Utf8($"WARC/1.0\r\nWARC-Type: {type}\r\n{(uri is null ? "" : $"WARC-Target-URI: {uri}\r\n")}WARC-Date: {date}\r\nContent-Type: {mediaType}\r\nContent-Length: {content.Length}\r\n\r\n"), .. content, .. "\r\n\r\n"u8];

    public static byte[] Page(string uri, string body, string mediaType = "text/html; charset=utf-8", int status = 200, string more = "") => Page(uri, Utf8(body), mediaType, status, more);

    public static byte[] Page(string uri, byte[] body, string mediaType = "text/html; charset=utf-8", int status = 200, string more = "") =>
        Record("response", uri, Answer(body, mediaType, status, more));

    public static byte[] Answer(byte[] body, string mediaType = "text/html", int status = 200, string more = "") =>
        [.. Utf8($"HTTP/1.1 {status} OK\r\nContent-Type: {mediaType}\r\n{more}\r\n"), .. body];

    public static byte[] Arc(string uri, byte[] answer) => [.. Utf8($"{uri} 192.0.2.1 20180604101112 text/html {answer.Length}\n"), .. answer, (byte)'\n'];

    public static byte[] ArcHead => Arc("filedesc://some.arc", Utf8("1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n\n"));

    public static byte[] Joined(params byte[][] records) => [.. records.SelectMany(record => record)];

    public static byte[] Packed(params byte[][] records) => Joined([.. records.Select(Gzip)]);
}
