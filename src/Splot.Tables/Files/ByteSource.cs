namespace Splot.Tables;

/// <summary>Bytes that can be read from the start several times: a file, or a stream kept (in memory while small, else in a temporary file that vanishes on closing).</summary>
internal sealed class ByteSource : IDisposable
{
    private const int MemoryLimit = 1 << 20;

    private readonly string? _path;
    private readonly byte[]? _bytes;
    private readonly FileStream? _spool;

    private ByteSource(string? path, byte[]? bytes, FileStream? spool, long length)
    {
        _path = path;
        _bytes = bytes;
        _spool = spool;
        Length = length;
    }

    public long Length { get; }

    public static ByteSource FromFile(string path)
    {
        using var probe = OpenFile(path);
        if (!probe.CanSeek)
        {
            throw new TableRefusedException(Refusals.Unreadable("it is read more than once, and a pipe can be read only once; save it as a file first."));
        }

        return new ByteSource(path, null, null, probe.Length);
    }

    public static ByteSource FromStream(Stream stream, long limit, CancellationToken cancellation)
    {
        var head = new MemoryStream();
        var buffer = new byte[81_920];
        FileStream? spool = null;
        try
        {
            long total = 0;
            int read;
            while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                total += read;
                if (total > limit)
                {
                    throw new TableRefusedException(Refusals.FileTooLarge(limit));
                }

                if (spool is null && total > MemoryLimit)
                {
                    spool = TemporaryFile.Create();
                    head.WriteTo(spool);
                }

                ((Stream?)spool ?? head).Write(buffer, 0, read);
            }

            if (spool is null)
            {
                return new ByteSource(null, head.ToArray(), null, total);
            }

            spool.Flush();
            var source = new ByteSource(null, null, spool, total);
            spool = null;
            return source;
        }
        finally
        {
            spool?.Dispose();
        }
    }

    /// <summary>A new stream from the start; independent of others given out.</summary>
    public Stream OpenRead()
    {
        if (_bytes is not null)
        {
            return new MemoryStream(_bytes, writable: false);
        }

        return _spool is not null ? new HandleStream(_spool.SafeFileHandle, Length) : OpenFile(_path!);
    }

    public void Dispose() => _spool?.Dispose();

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
}
