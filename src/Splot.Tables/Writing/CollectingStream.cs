using System.Buffers;

namespace Splot.Tables;

/// <summary>Takes what an archive writes synchronously, to be moved on asynchronously: bodies of web responses allow nothing else.</summary>
internal sealed class CollectingStream : Stream
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private long _total;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    /// <summary>Moves what was collected to the target.</summary>
    public async ValueTask MoveToAsync(Stream target, CancellationToken cancellation)
    {
        if (_bytes.WrittenCount > 0)
        {
            await target.WriteAsync(_bytes.WrittenMemory, cancellation);
            _bytes.ResetWrittenCount();
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _bytes.Write(buffer);
        _total += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // The owner moves the bytes on.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
