using System.Globalization;

namespace Backtest.Generators.Plugins.Model;

/// <summary>The bounds of a number; infinite if there are none.</summary>
internal sealed record Bounds(double Min, double Max, bool ExclusiveMin)
{
    public static Bounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity, ExclusiveMin: false);

    public bool HasMin => !double.IsInfinity(Min);

    public bool HasMax => !double.IsInfinity(Max);

    public bool Hold(double value) => value <= Max && (ExclusiveMin ? value > Min : value >= Min);

    public override string ToString() =>
        $"{(HasMin ? $"{(ExclusiveMin ? "above " : "")}{Text(Min)}" : "anything")} to {(HasMax ? Text(Max) : "anything")}";

    /// <summary>A number as written in C# and JSON.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
