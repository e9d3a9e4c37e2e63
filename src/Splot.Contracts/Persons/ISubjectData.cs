namespace Splot.Contracts.Persons;

/// <summary>What a module keeps of a person, for the answer to somebody who asks what is known of them (GDPR Art. 15). Every module that keeps something under a <see cref="PersonId"/> has one.</summary>
public interface ISubjectData
{
    /// <summary>All that is kept under these records of one human being, with titles and labels in the language that is current.</summary>
    Task<IReadOnlyList<SubjectSection>> CollectAsync(IReadOnlyCollection<PersonId> records, CancellationToken cancellation);
}

/// <summary>A part of the answer.</summary>
/// <param name="Code">Stable code for machines.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Entries">One or several entries, each a row of fields.</param>
public sealed record SubjectSection(string Code, string Title, IReadOnlyList<IReadOnlyList<SubjectField>> Entries)
{
    /// <summary>Files that belong to it.</summary>
    public IReadOnlyList<SubjectAttachment> Attachments { get; init; } = [];
}

/// <summary>One value.</summary>
/// <param name="Code">Stable code for machines.</param>
/// <param name="Label">Label for people.</param>
/// <param name="Value">The value as people read it; null where there is none.</param>
public sealed record SubjectField(string Code, string Label, string? Value)
{
    /// <summary>The value for machines where that is another: a code instead of a word, a day as in ISO 8601.</summary>
    public string? Plain { get; init; }
}

/// <summary>A file that is kept of a person.</summary>
/// <param name="Name">Name of the file, without folders.</param>
/// <param name="MediaType">Its kind.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SubjectAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);
