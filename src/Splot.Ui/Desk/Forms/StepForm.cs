using Microsoft.AspNetCore.Http;

namespace Splot.Ui;

/// <summary>
/// The one pattern of longer forms: a page for each group of questions, then all answers to be checked, then sent. What was typed is kept on the
/// server after every page, so that nothing is lost and one can come back. A form is made for each request; <see cref="StepFormEndpoints"/> leads through it.
/// </summary>
public abstract class StepForm
{
    /// <summary>The key of the last page, on which the answers are checked.</summary>
    public const string Check = "check";

    /// <summary>Stable key, under which drafts are kept.</summary>
    public abstract string Key { get; }

    /// <summary>The form's address, without language.</summary>
    public abstract string Path { get; }

    /// <summary>The pages in their order, the last one (<see cref="Check"/>) left out. Made anew for what was typed so far, since later questions may depend on it.</summary>
    /// <param name="form">What was typed so far.</param>
    /// <param name="cancellation">Cancels.</param>
    public abstract Task<IReadOnlyList<FormStep>> StepsAsync(PostedForm form, CancellationToken cancellation);

    /// <summary>What stands in the fields of a new form, from the address it was opened with; nothing by default.</summary>
    public virtual IReadOnlyDictionary<string, IReadOnlyList<string>> Beginning(IQueryCollection query) => new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Shows a page of the form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="step">Where in the form the reader is, and what was typed.</param>
    /// <param name="cancellation">Cancels.</param>
    public abstract Task<IResult> ShowAsync(HttpContext http, StepView step, CancellationToken cancellation);

    /// <summary>Sends the form, whose pages are all valid.</summary>
    /// <param name="http">The request.</param>
    /// <param name="form">What was typed. What is refused now is said here (<see cref="PostedForm.Reject(string, string)"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The answer, usually a redirection; null where <paramref name="form"/> was refused: the answers are shown again with the reasons, and the draft stays.</returns>
    public abstract Task<IResult?> SendAsync(HttpContext http, PostedForm form, CancellationToken cancellation);
}

/// <summary>A page of a longer form.</summary>
/// <param name="Key">Its code in the address.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Read">Reads its fields and says what is wrong with them.</param>
public sealed record FormStep(string Key, string Title, Action<PostedForm> Read);

/// <summary>A page of a longer form as it is shown.</summary>
/// <param name="Steps">The form's pages, the check at the end included.</param>
/// <param name="Key">The page that is shown.</param>
/// <param name="Form">What was typed so far, and what is wrong with this page.</param>
/// <param name="Path">The form's address, without language.</param>
/// <param name="Draft">The draft; null on the first page of a form that nobody has begun.</param>
/// <param name="SavedAt">When it was last kept.</param>
/// <param name="Reached">How many pages are filled in rightly, from the first on.</param>
public sealed record StepView(IReadOnlyList<(string Key, string Title)> Steps, string Key, PostedForm Form, string Path, string? Draft, DateTimeOffset? SavedAt, int Reached)
{
    /// <summary>The page's place, from 1.</summary>
    public int Number => Steps.Index().First(s => s.Item.Key == Key).Index + 1;

    /// <summary>What it asks.</summary>
    public string Title => Steps[Number - 1].Title;

    /// <summary>The page before; null on the first one.</summary>
    public string? Before => Draft is null || Number == 1 ? null : Steps[Number - 2].Key;

    /// <summary>True where the answers are checked.</summary>
    public bool IsCheck => Key == StepForm.Check;

    /// <summary>True on the page with this key.</summary>
    public bool Is(string key) => Key == key;

    /// <summary>Where the page is sent, without language.</summary>
    public string Action => Draft is null ? Path : PathOf(Key);

    /// <summary>The address of a page of this draft, without language.</summary>
    public string PathOf(string key) => Path + "/" + Draft + "/" + key;

    /// <summary>A row of the check: the question, the answer, and the way to change it.</summary>
    /// <param name="view">The page.</param>
    /// <param name="label">The question, briefly.</param>
    /// <param name="value">The answer; null or empty where there is none.</param>
    /// <param name="key">The page on which it was given.</param>
    public SummaryRow Row(PageView view, string label, string? value, string key) =>
        new(label, string.IsNullOrEmpty(value) ? Text.NoAnswer : value) { Actions = [new SummaryAction(Text.Change, view.Href(PathOf(key)), label)] };
}
