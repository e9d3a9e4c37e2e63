namespace Splot.Data.Terminal;

/// <summary>
/// Shows how far long work has come: on a screen one line that is written over, a few times a second; in a log a line every ten seconds.
/// What comes in between is not shown, unless it is the first of another kind of work, which its first word tells; the last state is, by <see cref="End"/>.
/// </summary>
public sealed class ProgressLine(TextWriter target, TimeProvider clock, bool onScreen)
{
    private static readonly TimeSpan OnScreen = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(10);

    private long? last;
    private string? lastKind;
    private string? unshown;

    /// <summary>A line on the writer, as a screen or as a log, whichever standard error is.</summary>
    public static ProgressLine On(TextWriter target, TimeProvider clock) => new(target, clock, !Console.IsErrorRedirected);

    /// <summary>Tells the present state.</summary>
    public void Show(string state)
    {
        var kind = state[..Math.Max(0, state.IndexOf(' ', StringComparison.Ordinal))];
        if (last is { } before && kind == lastKind && clock.GetElapsedTime(before) < (onScreen ? OnScreen : InLog))
        {
            unshown = state;
            return;
        }

        (last, lastKind) = (clock.GetTimestamp(), kind);
        Write(state);
    }

    /// <summary>Shows the last state if it was not shown, and goes on to the next line.</summary>
    public void End()
    {
        if (unshown is { } state)
        {
            Write(state);
        }

        if (last is not null && onScreen)
        {
            target.WriteLine();
        }

        last = null;
    }

    private void Write(string state)
    {
        unshown = null;
        if (onScreen)
        {
            // The blanks wipe out what a longer state left behind.
            target.Write("\r" + state.PadRight(60));
        }
        else
        {
            target.Write(state + target.NewLine);
        }
    }
}
