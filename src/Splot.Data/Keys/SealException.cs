using System.Security.Cryptography;

namespace Splot.Data;

/// <summary>
/// Sealed bytes cannot be opened: they were changed, belong to another place, or were sealed with a key that is not there. The message is
/// one sentence and holds nothing of what is sealed.
/// </summary>
public sealed class SealException(string sentence) : CryptographicException(sentence);
