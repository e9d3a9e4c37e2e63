using System.Text.Json;

namespace Splot.Portal.Indexing;

/// <summary>
/// How far this node's index has followed which store, noted beside it. A store that was exchanged for another or put back from a backup has
/// no such change, and the index must be built anew.
/// </summary>
/// <param name="Day">The day by which statuses were told.</param>
/// <param name="Sequence">A change that the index has seen; 0 for none.</param>
/// <param name="At">When that change was made, in Unix milliseconds; 0 for none.</param>
internal sealed record IndexMark(DateOnly Day, long Sequence, long At)
{
    private const string Name = "followed.json";

    /// <summary>The mark in the index's folder; null where there is none that can be read.</summary>
    public static async Task<IndexMark?> ReadAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<IndexMark>(await File.ReadAllBytesAsync(Path.Combine(folder, Name), cancellation));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it beside the old one and puts it in its place, so that it is never half.</summary>
    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, Name);
        await File.WriteAllBytesAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this), cancellation);
        File.Move(path + ".new", path, overwrite: true);
    }
}
