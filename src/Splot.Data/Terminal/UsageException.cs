namespace Splot.Data.Terminal;

/// <summary>
/// Wrong usage of a command: a verb may throw it from wherever it reads its words, and whoever runs verbs prints
/// <paramref name="sentence"/> to standard error and ends with <see cref="ExitCode.Usage"/>.
/// </summary>
/// <param name="sentence">What is wrong and what would be right.</param>
public sealed class UsageException(string sentence) : Exception(sentence);
