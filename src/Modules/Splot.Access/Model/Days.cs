namespace Splot.Access.Model;

/// <summary>Day numbers of the store as dates.</summary>
internal static class Days
{
    /// <summary>The first day of something; null for 0, which stands for one that nobody knows.</summary>
    public static DateOnly? From(long day) => day <= 0 ? null : DateOnly.FromDayNumber((int)day);

    /// <summary>A day, where there is one.</summary>
    public static DateOnly? Of(long? day) => day is { } number ? DateOnly.FromDayNumber((int)number) : null;

    /// <summary>Today, by the clock that is injected.</summary>
    public static long Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
}
