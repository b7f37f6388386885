
namespace Backtest.Reporting;

/// <summary>Values of one type, one per row. The page contains them packed, <c>report.json</c> as an array.</summary>
internal abstract record Column
{
    /// <summary>The number of values.</summary>
    public abstract int Count { get; }
}

/// <summary>Numbers.</summary>
/// <param name="Values">The numbers; one that is not finite is a gap.</param>
/// <param name="Digits">The minimum number of significant digits of the largest value to keep, if fewer cannot represent the values exactly.</param>
internal sealed record NumberColumn(double[] Values, int Digits = NumberColumn.UsualDigits) : Column
{
    /// <summary>More digits than a screen can show.</summary>
    public const int UsualDigits = 7;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <summary>Creates a column of a property of rows.</summary>
    public static NumberColumn Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, double> read, int digits = UsualDigits) =>
        new([.. rows.Select(read)], digits);
}

/// <summary>Times, UTC.</summary>
/// <param name="Ticks">.NET ticks; <see cref="None"/> is a gap.</param>
internal sealed record TimeColumn(long[] Ticks) : Column
{
    /// <summary>No time.</summary>
    public const long None = long.MinValue;

    /// <inheritdoc/>
    public override int Count => Ticks.Length;

    /// <summary>Creates a column of a property of rows.</summary>
    public static TimeColumn Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, DateTime> read) => new([.. rows.Select(row => read(row).Ticks)]);
}

/// <summary>Texts. Each distinct text is written once.</summary>
/// <param name="Values">The texts, or null for none.</param>
internal sealed record TextColumn(string?[] Values) : Column
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <summary>Creates a column of a property of rows.</summary>
    public static TextColumn Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string?> read) => new([.. rows.Select(read)]);
}
