namespace Splot.Data;

/// <summary>Something that the program needs around it is missing or fails; the message says in one sentence what to do.</summary>
public sealed class RequirementException(string sentence) : Exception(sentence);
