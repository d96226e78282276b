using System.Collections.Immutable;

namespace Extract.Review.Alike;

/// <summary>A body of the same written name that was the same body.</summary>
internal static class OrganizationRules
{
    public static IEnumerable<Rule> Of(Record shown, OrganizationFinding old, OrganizationFinding? now, ICandidates candidates, int limit)
    {
        if (now is null)
            yield return Rule("removed", count => Messages.RemoveAlike(count, old.Text), candidates.OfOrganization(old.Name, limit), (list, at) => list.RemoveAt(at));
        else
        {
            if ((now.Name, now.Acronym, now.Id) != (old.Name, old.Acronym, old.Id))
                yield return Rule("name", count => Messages.NameAlike(count, old.Text, Body(old), Body(now)), candidates.OfOrganization(old.Name, limit), (list, at) => list.SetItem(at, Renamed(list[at], now)));
            if (now.Role != old.Role)
                yield return Rule("role", count => Messages.RoleAlike(count, old.Text, old.Role, now.Role), candidates.OfOrganization(old.Name, limit).Where(SameSource), (list, at) => list[at].Role == old.Role ? list.SetItem(at, list[at] with { Role = now.Role }) : list);
        }

        Rule Rule(string what, Func<int, string> say, IEnumerable<Record> where, Func<ImmutableArray<OrganizationFinding>, int, ImmutableArray<OrganizationFinding>> change) =>
            new($"organization-{what}:{old.Text}:{old.Name}", say, where, record => Changed(record, old, now, change), record => Words(record, old, now));

        bool SameSource(Record other) => Sources.AreSame(shown, other);
    }

    // One that has the right body already, beside the wrong one, would have it twice.
    private static Record? Changed(Record record, OrganizationFinding old, OrganizationFinding? now, Func<ImmutableArray<OrganizationFinding>, int, ImmutableArray<OrganizationFinding>> change)
    {
        if (Place(record, old) is not (>= 0 and var at)) return null;
        if (now is not null && now.Name != old.Name && record.Organizations.Any(other => Text.Folding.Fold(other.Name) == Text.Folding.Fold(now.Name))) return null;
        return change(record.Organizations, at) is var changed && changed == record.Organizations ? null : record with { Organizations = changed };
    }

    private static int Place(Record record, OrganizationFinding old) =>
        record.Organizations.TakeWhile(body => !(Text.Folding.Fold(body.Text) == Text.Folding.Fold(old.Text) && (body.Name, body.Acronym, body.Id) == (old.Name, old.Acronym, old.Id))).Count() is var at
            && at < record.Organizations.Length ? at : -1;

    private static OrganizationFinding Renamed(OrganizationFinding body, OrganizationFinding now) => body with { Name = now.Name, Acronym = now.Acronym, Id = now.Id };

    private static string Words(Record record, OrganizationFinding old, OrganizationFinding? now) =>
        string.Join("; ", record.Organizations.Where(body => body.Name == old.Name || body.Name == now?.Name).Select(body => $"{Body(body)} ({body.Role})")) is { Length: > 0 } words ? words : Messages.Nothing;

    private static string Body(OrganizationFinding body) => string.Join(", ", new[] { body.Name, body.Acronym, body.Id }.Where(part => !string.IsNullOrEmpty(part)));
}
