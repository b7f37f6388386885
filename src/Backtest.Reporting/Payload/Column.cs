
namespace Backtest.Reporting;

/// <summary>Values of one kind, one for each row. In the page they are packed; in <c>report.json</c> they are an array.</summary>
internal abstract record Column
{
    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }
}

/// <summary>Numbers.</summary>
/// <param name="Values">The numbers; one that is not finite is a gap.</param>
/// <param name="Digits">How many significant digits of the largest are kept at least, where they cannot be given exactly in fewer.</param>
internal sealed record NumberColumn(double[] Values, int Digits = NumberColumn.UsualDigits) : Column
{
    /// <summary>More than a screen can show.</summary>
    public const int UsualDigits = 7;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <summary>A column of a property of rows.</summary>
    public static NumberColumn Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, double> read, int digits = UsualDigits) =>
        new([.. rows.Select(read)], digits);
}

/// <summary>Moments, UTC.</summary>
/// <param name="Ticks">Ticks of .NET; <see cref="None"/> is a gap.</param>
internal sealed record TimeColumn(long[] Ticks) : Column
{
    /// <summary>No moment.</summary>
    public const long None = long.MinValue;

    /// <inheritdoc/>
    public override int Count => Ticks.Length;

    /// <summary>A column of a property of rows.</summary>
    public static TimeColumn Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, DateTime> read) => new([.. rows.Select(row => read(row).Ticks)]);
}

/// <summary>Texts. Each distinct one is written once.</summary>
/// <param name="Values">The texts; null is none.</param>
internal sealed record TextColumn(string?[] Values) : Column
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <summary>A column of a property of rows.</summary>
    public static TextColumn Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string?> read) => new([.. rows.Select(read)]);
}
