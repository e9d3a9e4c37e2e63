using System.IO.Compression;
using System.Security.Cryptography;

namespace Splot.Data;

/// <summary>Files into an archive and out of it, each with its checksum.</summary>
internal static class BackupArchive
{
    private const int GreatestManifest = 16 << 20;

    /// <summary>Packs a file and says what was packed.</summary>
    public static async Task<BackedUpFile> AddAsync(ZipArchive archive, string path, string file, CancellationToken cancellation)
    {
        await using var from = File.OpenRead(file);
        await using var to = await archive.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellation);
        var (bytes, sum) = await CopyAsync(from, to, cancellation);
        return new BackedUpFile(path, bytes, sum);
    }

    /// <summary>Packs the manifest.</summary>
    public static async Task AddAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        await using var to = await archive.CreateEntry(BackupManifest.FileName, CompressionLevel.Fastest).OpenAsync(cancellation);
        await to.WriteAsync(manifest.Write(), cancellation);
    }

    /// <summary>Opens an archive; null where the stream holds none, or a manifest is missing that this version understands.</summary>
    public static async Task<(ZipArchive Archive, BackupManifest Manifest)?> OpenAsync(Stream stream, CancellationToken cancellation)
    {
        ZipArchive? archive = null;
        try
        {
            archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            if (archive.GetEntry(BackupManifest.FileName) is { Length: <= GreatestManifest } entry)
            {
                await using var from = await entry.OpenAsync(cancellation);
                using var json = new MemoryStream();
                await from.CopyToAsync(json, cancellation);
                if (BackupManifest.Read(json.ToArray()) is { } manifest)
                {
                    return (archive, manifest);
                }
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            // No archive, or a damaged one: told by the caller.
        }

        archive?.Dispose();
        return null;
    }

    /// <summary>
    /// Unpacks every file of the manifest to where <paramref name="place"/> says (null: nowhere) and compares. Returns the name of the first
    /// that is missing or differs; null when all are as they were packed.
    /// </summary>
    public static async Task<string?> UnpackAsync(ZipArchive archive, BackupManifest manifest, Func<string, string>? place, CancellationToken cancellation)
    {
        foreach (var file in manifest.Files)
        {
            if (archive.GetEntry(file.Path) is not { } entry || entry.Length != file.Bytes)
            {
                return file.Path;
            }

            try
            {
                await using var from = await entry.OpenAsync(cancellation);
                await using var to = place is null ? Stream.Null : Create(place(file.Path));
                if (await CopyAsync(from, to, cancellation, file.Bytes) != (file.Bytes, file.Sha256))
                {
                    return file.Path;
                }
            }
            catch (Exception fault) when (IsDamage(fault))
            {
                return file.Path;
            }
        }

        return null;
    }

    private static bool IsDamage(Exception fault) => fault is InvalidDataException or EndOfStreamException or NotSupportedException;

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static async Task<(long Bytes, string Sha256)> CopyAsync(Stream from, Stream to, CancellationToken cancellation, long most = long.MaxValue)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[1 << 17];
        var bytes = 0L;
        while (bytes <= most && await from.ReadAsync(piece, cancellation) is var length and > 0)
        {
            sum.AppendData(piece, 0, length);
            await to.WriteAsync(piece.AsMemory(0, length), cancellation);
            bytes += length;
        }

        return (bytes, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }
}
