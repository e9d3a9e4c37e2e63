using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Splot.Search.Files;

/// <summary>
/// Small descriptions that a person can read: one line of JSON and one with its checksum. Written beside and renamed, so that a reader finds the
/// old one or the new one, whole.
/// </summary>
internal static class SealedText
{
    public static void Write<T>(string path, T content)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content);
        var sum = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{Checksums.Of(json):x8}\n"));
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(json);
            stream.Write(sum);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        Durable.FlushFolder(Path.GetDirectoryName(path)!);
    }

    public static T Read<T>(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var end = bytes.AsSpan().IndexOf((byte)'\n');
            var sum = end < 0 ? "" : Encoding.ASCII.GetString(bytes.AsSpan(end + 1));
            if (end < 0 || sum != string.Create(CultureInfo.InvariantCulture, $"{Checksums.Of(bytes.AsSpan(0, end)):x8}\n"))
            {
                throw new IndexDamagedException(path, "its content is not what was written");
            }

            return JsonSerializer.Deserialize<T>(bytes.AsSpan(0, end)) ?? throw new IndexDamagedException(path, "it is empty");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexDamagedException(path, "it is missing", problem);
        }
        catch (JsonException problem)
        {
            throw new IndexDamagedException(path, "it was written by another version", problem);
        }
    }
}
