using Microsoft.AspNetCore.Http;
using Splot.Kernel;

namespace Splot.Ui;

/// <summary>
/// A form as it was sent: reads its fields by the reader's habits, keeps what was typed, and collects what is wrong. Reading never throws;
/// a required field that is wrong gives an empty value and an error, so a command can be made before <see cref="IsValid"/> is asked.
/// Errors come in the order in which the fields were read; a field keeps its first.
/// </summary>
public sealed class PostedForm
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;
    private readonly List<(string Name, string Message, string? Target)> _errors = [];
    private readonly Dictionary<string, HashSet<string>> _wrongParts = new(StringComparer.Ordinal);
    private readonly Language _language;

    /// <summary>A form that nobody has filled in yet.</summary>
    public PostedForm()
        : this(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
    {
    }

    /// <summary>What was sent, to be read in the language of the current UI culture.</summary>
    public PostedForm(IFormCollection fields)
        : this(fields.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")], StringComparer.Ordinal))
    {
    }

    /// <summary>A form filled in beforehand, for changing what is already there.</summary>
    public PostedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        _values = values.ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[.. v.Value.Select(CleanText.Drop)], StringComparer.Ordinal);
        _language = Languages.Current;
    }

    /// <summary>Nothing is wrong so far.</summary>
    public bool IsValid => _errors.Count == 0;

    /// <summary>What is wrong, each with a link to its field.</summary>
    public IReadOnlyList<FormError> Errors => [.. _errors.Select(e => new FormError(e.Message, e.Target is null ? null : "#" + e.Target))];

    /// <summary>A field for the page: what was typed, and what is wrong with it.</summary>
    public FormField this[string name] => new(name, _values.GetValueOrDefault(name) ?? [], _errors.Find(e => e.Name == name).Message)
    {
        ReadPart = part => Raw(FormField.PartName(name, part)),
        WrongParts = _wrongParts.GetValueOrDefault(name) ?? [],
    };

    /// <summary>Says that a field is wrong; an empty name means the whole form. A field's first error stays.</summary>
    public void Reject(string name, string message) => Reject(name, message, name.Length == 0 ? null : name);

    /// <summary>Another value of a field that nobody types, for when the form is shown again: the version that the next attempt is based on.</summary>
    public void Renew(string name, string value) => _values[name] = [value];

    /// <summary>
    /// One line of text, blanks and line ends squeezed to single spaces, in Unicode's composed form; null where there is none. What no store can
    /// hold (control characters and the like) is dropped.
    /// </summary>
    /// <param name="name">The field.</param>
    /// <param name="longest">The most characters it may have.</param>
    public string? Text(string name, int longest = 1000) => Within(name, CleanText.Line(Raw(name)), longest);

    /// <summary>As <see cref="Text"/>; where there is none, <paramref name="missing"/> says what to do.</summary>
    public string RequiredText(string name, string missing, int longest = 1000) => Required(name, Text(name, longest), missing) ?? "";

    /// <summary>As <see cref="Text"/>, for a text area: the lines stay, with plain line ends.</summary>
    public string? Lines(string name, int longest = 1000) => Within(name, CleanText.Lines(Raw(name)), longest);

    /// <summary>As <see cref="Lines"/>; where there is none, <paramref name="missing"/> says what to do.</summary>
    public string RequiredLines(string name, string missing, int longest = 1000) => Required(name, Lines(name, longest), missing) ?? "";

    /// <summary>A number by the reader's habits (<c>12,5</c>, <c>1 200.5</c>, <c>1,200.50</c>); null where there is none or it is wrong.</summary>
    /// <param name="name">The field.</param>
    /// <param name="decimals">The most decimals it may have.</param>
    /// <param name="allowNegative">Whether it may be below zero.</param>
    public decimal? Number(string name, int decimals = 0, bool allowNegative = false) => ReadNumber(name, decimals, allowNegative, ["%"]);

    /// <summary>As <see cref="Number"/>; where there is none, <paramref name="missing"/> says what to do.</summary>
    public decimal RequiredNumber(string name, string missing, int decimals = 0, bool allowNegative = false) =>
        Required(name, Number(name, decimals, allowNegative), missing) ?? 0m;

    /// <summary>An amount of money by the reader's habits, its sign or code allowed; null where there is none or it is wrong. Never rounded.</summary>
    /// <param name="name">The field.</param>
    /// <param name="currency">The currency it is in.</param>
    /// <param name="allowNegative">Whether it may be below zero.</param>
    public Money? Amount(string name, Currency currency, bool allowNegative = false) =>
        ReadNumber(name, currency.MinorDigits, allowNegative, Units(currency)) is { } value ? new Money(value, currency) : null;

    /// <summary>As <see cref="Amount"/>; where there is none, <paramref name="missing"/> says what to do.</summary>
    public Money RequiredAmount(string name, Currency currency, string missing, bool allowNegative = false) =>
        Required(name, Amount(name, currency, allowNegative), missing) ?? Money.Zero(currency);

    /// <summary>
    /// A date from one field (<c>31.12.2026</c>, <c>31/12/2026</c>, <c>2026-12-31</c>, <c>31 grudnia 2026</c>) or, where that was not sent,
    /// from three (<c>name-day</c>, <c>name-month</c>, <c>name-year</c>); null where there is none or it is wrong.
    /// </summary>
    public DateOnly? Date(string name)
    {
        if (_values.ContainsKey(name))
        {
            var typed = CleanText.Line(Raw(name));
            return typed.Length == 0 ? null : Take(name, name, DateText.Read(typed));
        }

        var parts = FormField.PartNames(name).ToDictionary(p => p, p => CleanText.Line(Raw(p)), StringComparer.Ordinal);
        var empty = parts.Where(p => p.Value.Length == 0).Select(p => p.Key).ToList();
        if (empty.Count == 3)
        {
            return null;
        }

        if (empty.Count > 0)
        {
            _wrongParts[name] = [.. empty.Select(p => p[(name.Length + 1)..])];
            Reject(name, Splot.Ui.Text.DateIncomplete, empty[0]);
            return null;
        }

        var typedParts = parts.Values.ToArray();
        return Take(name, FormField.PartName(name, "day"), DateText.From(typedParts[0], typedParts[1], typedParts[2]));
    }

    /// <summary>As <see cref="Date"/>; where there is none, <paramref name="missing"/> says what to do.</summary>
    public DateOnly RequiredDate(string name, string missing)
    {
        var target = _values.ContainsKey(name) || !FormField.PartNames(name).Any(_values.ContainsKey) ? name : FormField.PartName(name, "day");
        return Required(name, Date(name), missing, target) ?? default;
    }

    /// <summary>One of <paramref name="allowed"/>; null where nothing was chosen. Anything else is an error: it cannot come from our page.</summary>
    public string? Choice(string name, IEnumerable<string> allowed) => Choices(name, allowed) is [var first, ..] ? first : null;

    /// <summary>As <see cref="Choice"/>; where nothing was chosen, <paramref name="missing"/> says what to do.</summary>
    public string RequiredChoice(string name, IEnumerable<string> allowed, string missing) => Required(name, Choice(name, allowed), missing) ?? "";

    /// <summary>Any of <paramref name="allowed"/>, each once, in the order sent. Anything else is an error.</summary>
    public IReadOnlyList<string> Choices(string name, IEnumerable<string> allowed)
    {
        var sent = (_values.GetValueOrDefault(name) ?? []).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (sent.Except(allowed, StringComparer.Ordinal).Any())
        {
            Reject(name, Splot.Ui.Text.ChooseFromList);
            return [];
        }

        return sent;
    }

    /// <summary>Whether a single check box was ticked.</summary>
    public bool Ticked(string name) => Raw(name).Length > 0;

    private static string[] Units(Currency currency) =>
        currency == Currency.Eur ? ["€", "EUR", "euro", "евро"]
        : currency == Currency.Bgn ? ["лв.", "лв", "BGN", "лева"]
        : currency == Currency.Pln ? ["zł", "PLN"]
        : [currency.Code];

    private string? Within(string name, string text, int longest)
    {
        if (text.Length > longest)
        {
            Reject(name, Splot.Ui.Text.TextTooLong(_language.FormatCount(longest), _language.FormatCount(text.Length)));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private string Raw(string name) => _values.GetValueOrDefault(name) is { Count: > 0 } values ? values[0] : "";

    private void Reject(string name, string message, string? target)
    {
        if (name.Length == 0 || !_errors.Exists(e => e.Name == name))
        {
            _errors.Add((name, message, target));
        }
    }

    private T Required<T>(string name, T value, string missing, string? target = null)
    {
        if (value is null)
        {
            Reject(name, missing, target ?? name);
        }

        return value;
    }

    private decimal? ReadNumber(string name, int decimals, bool allowNegative, IEnumerable<string> units)
    {
        var typed = CleanText.Line(Raw(name));
        if (typed.Length == 0)
        {
            return null;
        }

        var (value, problem) = AmountText.Read(typed, _language, decimals, units);
        problem = problem == AmountProblem.None && value < 0m && !allowNegative ? AmountProblem.Negative : problem;
        if (problem == AmountProblem.None)
        {
            return value;
        }

        Reject(name, problem switch
        {
            AmountProblem.Ambiguous => Splot.Ui.Text.NumberAmbiguous(typed),
            AmountProblem.TooManyDecimals => decimals == 0 ? Splot.Ui.Text.NumberWhole : Splot.Ui.Text.NumberDecimals(decimals),
            AmountProblem.Negative => Splot.Ui.Text.NumberNegative,
            AmountProblem.TooLarge => Splot.Ui.Text.NumberTooLarge,
            _ => decimals == 0 ? Splot.Ui.Text.NumberUnreadableWhole : Splot.Ui.Text.NumberUnreadable,
        });
        return null;
    }

    private DateOnly? Take(string name, string target, (DateOnly Date, DateProblem Problem, int Year, int Month) read)
    {
        if (read.Problem == DateProblem.None)
        {
            return read.Date;
        }

        Reject(name, read.Problem switch
        {
            DateProblem.NoSuchMonth => Splot.Ui.Text.DateNoSuchMonth,
            DateProblem.NoSuchDay => Splot.Ui.Text.DateNoSuchDay(
                _language.Month(new DateOnly(read.Year, read.Month, 1)),
                _language.FormatCount(DateTime.DaysInMonth(read.Year, read.Month))),
            _ => Splot.Ui.Text.DateUnreadable,
        }, target);
        return null;
    }
}
