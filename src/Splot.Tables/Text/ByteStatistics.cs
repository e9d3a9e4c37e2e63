using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Splot.Tables;

/// <summary>What one reading of all bytes shows: whether they are UTF-8, and which bytes beyond ASCII follow which.</summary>
internal sealed class ByteStatistics
{
    private const int SampleLimit = 1 << 20;

    private readonly long[] _pairs = new long[1 << 16];

    /// <summary>Offset and line of the first byte that is not valid UTF-8; -1 if all are.</summary>
    public long FirstInvalid { get; private set; } = -1;

    public long FirstInvalidLine { get; private set; }

    public long ValidSequences { get; private set; }

    public long InvalidSequences { get; private set; }

    public long AsciiLetters { get; private set; }

    /// <summary>Offset and line of the first occurrence of each byte, -1 without one.</summary>
    public long[] FirstOffset { get; } = Filled();

    public long[] FirstLine { get; } = new long[256];

    /// <summary>Up to one mebibyte from the first byte beyond ASCII on: material for examples.</summary>
    public byte[] Sample { get; private set; } = [];

    public long Pairs(int first, int second) => _pairs[(first << 8) | second];

    /// <summary>Tests strict UTF-8 over the whole stream; fast. True if valid.</summary>
    public static bool IsUtf8(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 18];
        var kept = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var filled = kept + read;
            if (read == 0)
            {
                return kept == 0 || Utf8.IsValid(buffer.AsSpan(0, kept));
            }

            var whole = WholeLength(buffer.AsSpan(0, filled));
            if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
            {
                return false;
            }

            buffer.AsSpan(whole, filled - whole).CopyTo(buffer);
            kept = filled - whole;
        }
    }

    /// <summary>Counts over the whole stream; slow, only for what is not UTF-8.</summary>
    public static ByteStatistics Gather(Stream stream, CancellationToken cancellation)
    {
        var statistics = new ByteStatistics();
        var buffer = new byte[1 << 16];
        var sample = new MemoryStream();
        long offset = 0;
        long line = 1;
        var previous = (byte)'\n';
        var utf8 = default(Utf8State);
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var index = 0; index < read; index++)
            {
                var current = buffer[index];
                statistics.Count(previous, current, offset + index, line);
                statistics.CountUtf8(ref utf8, current, offset + index, line);
                line += current == '\n' ? 1 : 0;
                previous = current;
            }

            if (sample.Length < SampleLimit && buffer.AsSpan(0, read).ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                sample.Write(buffer, 0, read);
            }

            offset += read;
        }

        statistics.Count(previous, (byte)'\n', offset, line);
        if (utf8.Remaining > 0)
        {
            statistics.Invalid(offset, line);
        }

        statistics.Sample = sample.ToArray();
        return statistics;
    }

    private static long[] Filled()
    {
        var offsets = new long[256];
        Array.Fill(offsets, -1);
        return offsets;
    }

    private static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        // A sequence cut at the buffer's end is at most three bytes long.
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80)
            {
                continue;
            }

            return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private void Count(byte previous, byte current, long offset, long line)
    {
        if (((previous | current) & 0x80) != 0)
        {
            _pairs[(previous << 8) | current]++;
        }

        if (FirstOffset[current] < 0)
        {
            FirstOffset[current] = offset;
            FirstLine[current] = line;
        }

        if (char.IsAsciiLetter((char)current))
        {
            AsciiLetters++;
        }
    }

    private void CountUtf8(ref Utf8State state, byte current, long offset, long line)
    {
        if (state.Remaining > 0)
        {
            if (state.Follows(current))
            {
                state.Lead = 0;
                state.Remaining--;
                ValidSequences += state.Remaining == 0 ? 1 : 0;
                return;
            }

            state.Remaining = 0;
            Invalid(offset, line);
        }

        if (current < 0x80)
        {
            return;
        }

        state.Remaining = current switch
        {
            >= 0xC2 and <= 0xDF => 1,
            >= 0xE0 and <= 0xEF => 2,
            >= 0xF0 and <= 0xF4 => 3,
            _ => 0,
        };
        state.Lead = current;
        if (state.Remaining == 0)
        {
            Invalid(offset, line);
        }
    }

    private void Invalid(long offset, long line)
    {
        InvalidSequences++;
        if (FirstInvalid < 0)
        {
            FirstInvalid = offset;
            FirstInvalidLine = line;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Utf8State
    {
        public int Remaining;
        public byte Lead;

        /// <summary>True if the byte may follow: overlong forms, surrogates and values beyond U+10FFFF are ruled out by the second byte.</summary>
        public readonly bool Follows(byte current) => Lead switch
        {
            0xE0 => current is >= 0xA0 and <= 0xBF,
            0xED => current is >= 0x80 and <= 0x9F,
            0xF0 => current is >= 0x90 and <= 0xBF,
            0xF4 => current is >= 0x80 and <= 0x8F,
            _ => (current & 0xC0) == 0x80,
        };
    }
}
