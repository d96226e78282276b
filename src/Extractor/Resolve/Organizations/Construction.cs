namespace Extract.Resolve.Organizations;

/// <summary>How the sentence around a name is built, in terms that hold for any source; what is not so is null.</summary>
/// <param name="Does">What it does, where it (or the list that it stands in) is the subject: the class of the verb, such as <c>organizes</c>.</param>
/// <param name="Link">The word that leads to it: <c>by</c>, <c>with</c>, <c>at</c>, …; <c>object</c> where it follows what it hangs on at once.</param>
/// <param name="Cue">The class of what the link hangs on: <c>supports</c> in "with the support of".</param>
/// <param name="Person">Where it tells whom a person belongs to: <c>title-before</c>, <c>title-after</c>, <c>brackets</c>, <c>line</c>.</param>
/// <param name="Place">Where it stands as a place: <c>number</c> or <c>city</c> after it, as in an address.</param>
/// <param name="Kin">Its body and the one beside it: <c>owner</c> ("X's Office of Y"), <c>parent</c> ("the Council of X"), <c>part</c> (the other side of both).</param>
/// <param name="Label">The class of the word that heads its line: <c>organizes</c> in "Organizers: …".</param>
/// <param name="Listed">True where it stands in a list of names.</param>
/// <param name="Later">True for the second and later names of a list.</param>
/// <param name="Alone">True where it has its line to itself.</param>
/// <param name="Section">The class of the heading, or of the short line, that it stands under: <c>presents</c> below "Speakers".</param>
/// <param name="Life">True where its sentence tells of a person's life: "She worked at …".</param>
/// <param name="Dated">True where its sentence says a date.</param>
internal readonly record struct Construction(
    string? Does, string? Link, string? Cue, string? Person, string? Place, string? Kin, string? Label, string? Section, bool Listed, bool Later, bool Alone, bool Life, bool Dated)
{
    /// <summary>A number after the name and a comma: "Harbour College, 12 Quay Street".</summary>
    public const string Street = "number";

    /// <summary>What it speaks for, where it speaks plainly: a role's cue class, or null.</summary>
    public string? Says => Label is "contacts" or "publishes" or "presents" ? Label
        : Label is not null && Person is null ? Label
        : Person is not null ? "presents"
        : Does is "organizes" or "hosts" or "announces" or "attends" or "presents" or "supports" ? Does
        : (Link, Cue) is ("by" or ":", "organizes" or "hosts" or "supports" or "announces") or ("with", "partners") or ("of" or "from", "supports" or "attends" or "partners") ? Cue
        : (Link, Cue) is ("with" or "object" or "including", "attends") or ("object", "presents") ? Cue
        : Link is "at" || Place is not null ? "places" : null;

    /// <summary>True where it plainly says that the body runs the event.</summary>
    public bool Runs => Says is "organizes" or "hosts" or "announces";
}
