using System.Text;

namespace Splot.Tables;

/// <summary>Proves that a whole stream is valid in an encoding, or finds the first place where it is not.</summary>
internal static class StrictDecoding
{
    public static EncodingOutcome Check(Stream stream, TextEncoding encoding, CancellationToken cancellation)
    {
        stream.Position = encoding.MarkLength;
        if (encoding.Strict is UTF8Encoding && ByteStatistics.IsUtf8(stream, cancellation))
        {
            return new EncodingOutcome.Decided(encoding);
        }

        stream.Position = encoding.MarkLength;
        return FirstFault(stream, encoding, cancellation) is var (offset, line)
            ? new EncodingOutcome.Refused(Refusals.Undecodable(encoding.Name, offset, line))
            : new EncodingOutcome.Decided(encoding);
    }

    private static (long Offset, long Line)? FirstFault(Stream stream, TextEncoding encoding, CancellationToken cancellation)
    {
        var decoder = encoding.Strict.GetDecoder();
        var bytes = new byte[1 << 14];
        var chars = new char[encoding.Strict.GetMaxCharCount(bytes.Length)];
        long offset = encoding.MarkLength;
        long line = 1;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = stream.Read(bytes, 0, bytes.Length);
            try
            {
                var written = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                var decoded = chars.AsSpan(0, written);
                var control = encoding.Strict.IsSingleByte ? decoded.IndexOfAnyInRange('\u0080', '\u009F') : -1;
                if (control >= 0)
                {
                    // Code pages hand through bytes they do not define as C1 controls, which no list contains.
                    return (offset + control, line + decoded[..control].Count('\n'));
                }

                line += decoded.Count('\n');
            }
            catch (DecoderFallbackException fault)
            {
                return Locate(bytes.AsSpan(0, read), fault, encoding, offset, line);
            }

            offset += read;
            if (read == 0)
            {
                return null;
            }
        }
    }

    /// <summary>Narrows the fault down by decoding ever shorter pieces.</summary>
    private static (long Offset, long Line) Locate(ReadOnlySpan<byte> bytes, DecoderFallbackException fault, TextEncoding encoding, long offset, long line)
    {
        var at = Math.Clamp(fault.Index, 0, bytes.Length);
        var wide = encoding.Strict.IsSingleByte || encoding.Strict is UTF8Encoding ? 1 : 2;
        var lines = wide == 1 ? bytes[..at].Count((byte)'\n') : 0;
        return (offset + at, line + lines);
    }
}
