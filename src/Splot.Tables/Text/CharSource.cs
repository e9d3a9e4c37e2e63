using System.Text;

namespace Splot.Tables;

/// <summary>Decodes a stream strictly into characters; a byte the encoding does not know refuses the file.</summary>
internal sealed class CharSource : IDisposable
{
    private readonly Stream? _stream;
    private readonly Decoder? _decoder;
    private readonly string _encodingName = string.Empty;
    private readonly byte[] _bytes = [];
    private readonly char[] _text = [];
    private int _next;
    private int _end;
    private bool _ended;
    private long _offset;

    /// <summary>Text that is already decoded.</summary>
    public CharSource(char[] text) => _text = text;

    public CharSource(Stream stream, TextEncoding encoding)
    {
        _bytes = new byte[1 << 16];
        _stream = stream;
        _encodingName = encoding.Name;
        _decoder = encoding.Strict.GetDecoder();
        _stream.Position = encoding.MarkLength;
        _offset = encoding.MarkLength;
    }

    /// <summary>Fills <paramref name="target"/> with at least one character, or returns 0 at the end.</summary>
    public int Read(Span<char> target)
    {
        if (_stream is null || _decoder is null)
        {
            var taken = Math.Min(target.Length, _text.Length - _next);
            _text.AsSpan(_next, taken).CopyTo(target);
            _next += taken;
            return taken;
        }

        while (true)
        {
            if (_next == _end && !_ended)
            {
                _next = 0;
                _end = _stream.Read(_bytes, 0, _bytes.Length);
                _offset += _end;
                _ended = _end == 0;
            }

            int used;
            int written;
            try
            {
                _decoder.Convert(_bytes.AsSpan(_next, _end - _next), target, _ended, out used, out written, out _);
            }
            catch (DecoderFallbackException)
            {
                // The whole file was checked when it was opened; it must have changed since.
                throw new TableRefusedException(Refusals.Undecodable(_encodingName, _offset - _end + _next, 0));
            }

            _next += used;
            if (written > 0 || (_ended && _next == _end))
            {
                return written;
            }
        }
    }

    public void Dispose() => _stream?.Dispose();
}
