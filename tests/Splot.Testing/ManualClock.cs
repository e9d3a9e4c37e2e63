namespace Splot.Testing;

/// <summary>A clock that stands still until a test moves it; timers fire, in order, while it is moved. Its time zone is UTC.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now;

    /// <summary>Starts at 1 June 2026, 08:00 UTC.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at <paramref name="now"/>.</summary>
    public ManualClock(DateTimeOffset now) => this.now = now.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait, for tests that must know that someone is asleep before they move the clock.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return timers.Count(t => t.Due is not null);
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock on, firing what falls due on the way at its own instant.</summary>
    public void Advance(TimeSpan step) => MoveTo(GetUtcNow() + step);

    /// <summary>Moves the clock on as a machine that slept finds it: nothing fires on the way. For days and more, in which timers would fire by the million.</summary>
    public void Leap(TimeSpan step)
    {
        lock (gate)
        {
            now += step;
        }
    }

    /// <summary>Moves the clock to an instant not before the present one.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        while (true)
        {
            ManualTimer? next;
            lock (gate)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(instant, now);
                next = timers.Where(t => t.Due <= instant).MinBy(t => t.Due);
                now = next?.Due > now ? next.Due.Value : next is null ? instant : now;
                next?.Arm(now);
            }

            if (next is null)
            {
                return;
            }

            next.Fire();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public void Arm(DateTimeOffset now) => Due = period > TimeSpan.Zero ? now + period : null;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                Due = dueTime < TimeSpan.Zero ? null : clock.now + dueTime;
            }

            if (dueTime == TimeSpan.Zero)
            {
                clock.Advance(TimeSpan.Zero);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                Due = null;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
