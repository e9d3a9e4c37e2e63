using System.Runtime.CompilerServices;

namespace Splot.Tables;

/// <summary>
/// A window that slides over a source: what a scanner looks at lies in one piece, from the token's start to as far as it has to look.
/// It grows up to a cap; beyond that the file is refused.
/// </summary>
internal abstract class ScanWindow<T>
    where T : unmanaged, IEquatable<T>
{
    private const int FirstBytes = 1 << 16;
    private const int LargestBytes = 1 << 23;

    /// <summary>What was read and is not yet passed, from <see cref="_next"/> to <see cref="_end"/>.</summary>
    protected T[] _buffer = new T[FirstBytes / Unsafe.SizeOf<T>()];

    /// <summary>Where the token begins.</summary>
    protected int _next;

    /// <summary>Behind the last that was read.</summary>
    protected int _end;

    /// <summary>True when the source has no more.</summary>
    protected bool _ended;

    /// <summary>Reads on from the source; 0 at its end.</summary>
    protected abstract int Load(Span<T> room);

    /// <summary>Why the file is refused when one token does not fit.</summary>
    protected abstract TableRefusal TooLong();

    /// <summary>The distance from the token's start at which <paramref name="mark"/> is found, reading on as needed; -1 at the end.</summary>
    protected int Find(ReadOnlySpan<T> mark, int from)
    {
        while (true)
        {
            if (_next + from < _end)
            {
                var at = _buffer.AsSpan(_next + from, _end - _next - from).IndexOf(mark);
                if (at >= 0)
                {
                    return from + at;
                }

                from = Math.Max(from, _end - _next - mark.Length + 1);
            }

            if (_ended)
            {
                return -1;
            }

            Fill();
        }
    }

    /// <summary>True where there is something at this distance from the token's start.</summary>
    protected bool Has(int distance)
    {
        while (_next + distance >= _end && !_ended)
        {
            Fill();
        }

        return _next + distance < _end;
    }

    /// <summary>Moves the window to the token's start and reads on.</summary>
    protected void Fill()
    {
        if (_next > 0)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            _end -= _next;
            _next = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LargestBytes / Unsafe.SizeOf<T>())
            {
                throw new TableRefusedException(TooLong());
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = Load(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }
}
