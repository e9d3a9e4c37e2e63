using System.Globalization;

namespace Splot.Territory.Tables;

/// <summary>Reads a file that somebody gives, which may be anything.</summary>
internal static class GivenFile
{
    /// <summary>Its bytes, or null where it cannot be read or is larger than <paramref name="greatest"/>; then a sentence says so.</summary>
    public static async Task<(byte[]? Bytes, string? Problem)> ReadAsync(string path, int greatest, CancellationToken cancellation)
    {
        try
        {
            // Not by its length: a device has none, and goes on for ever.
            await using var file = File.OpenRead(path);
            using var read = new MemoryStream();
            var piece = new byte[1 << 16];
            while (await file.ReadAsync(piece, cancellation) is var length and > 0)
            {
                if (read.Length + length > greatest)
                {
                    return (null, Text.TooBig(path, (greatest >> 20).ToString(CultureInfo.InvariantCulture)));
                }

                read.Write(piece, 0, length);
            }

            return (read.ToArray(), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, Text.CannotRead(path, failure.Message));
        }
    }
}
