using Microsoft.AspNetCore.Components;

namespace Splot.Ui;

/// <summary>One thing that is wrong with a form.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Href">The field, as <c>#id</c>; null where the whole form is meant.</param>
public sealed record FormError(string? Message, string? Href)
{
    /// <summary>Message with markup, instead of <see cref="Message"/>.</summary>
    public RenderFragment? Content { get; init; }

    /// <summary>Further attributes of the link.</summary>
    public IReadOnlyDictionary<string, object>? Attributes { get; init; }
}
