using Splot.Search.Files;

namespace Splot.Search.Live;

/// <summary>A segment of the index as last written down.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Deleted">File in that folder with one bit for each document that is gone; null if none is.</param>
/// <param name="DeletedSeal">What that file must look like.</param>
internal sealed record ManifestSegment(string Name, string? Deleted, PartSeal? DeletedSeal);

/// <summary>What the index consists of. Replaced as a whole by renaming a file: before that moment everything is as it was, after it everything is new.</summary>
/// <param name="Schema">Fingerprint of the schema it was built by.</param>
/// <param name="Version">Another with each replacement, so that a process sees that somebody else has replaced it.</param>
/// <param name="Sequence">The change up to which its segments know; later changes must be applied again.</param>
/// <param name="Segments">The segments.</param>
internal sealed record IndexManifest(string Schema, string Version, long Sequence, IReadOnlyList<ManifestSegment> Segments);
