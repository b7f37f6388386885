using System.Globalization;
using System.Text;

namespace Backtest.Tests;

/// <summary>
/// Orders worked by hand: what each type of order does on a bar that opens beyond its price, that only touches it, and that goes through it.
/// </summary>
internal static class WorkedExamples
{
    private const string Nothing = "–";

    /// <summary>A bar.</summary>
    internal readonly record struct Prices(double Open, double High, double Low, double Close);

    /// <summary>One order on three bars.</summary>
    /// <param name="Name">The order in words.</param>
    /// <param name="Side">Buy or sell.</param>
    /// <param name="Terms">Its terms.</param>
    /// <param name="Fills">Where it fills on each of the bars; NaN if it does not fill on that bar.</param>
    /// <param name="Bars">The bars.</param>
    internal sealed record Example(string Name, Side Side, EntryTerms Terms, Prices[] Bars, double[] Fills);

    /// <summary>The close every order was decided at.</summary>
    internal const double Decided = 100;

    // Resting below: the open is beyond 98, the low is at 98, the low is beyond it. Resting above: mirrored about 100.
    private static readonly Prices[] Down = [new(97, 99, 96, 98.5), new(99, 100, 98, 99.5), new(99, 100, 96, 97)];
    private static readonly Prices[] Up = [new(103, 104, 101, 101.5), new(101, 102, 100, 100.5), new(101, 104, 100, 103)];

    /// <summary>All examples with their fills, computed by the written rules and not by the engine.</summary>
    internal static IReadOnlyList<Example> All { get; } =
    [
        new("market", Side.Buy, default, Down, [97, 99, 99]),
        new("market", Side.Sell, default, Up, [103, 101, 101]),
        new("limit 98", Side.Buy, new() { Limit = 98 }, Down, [97, 98, 98]),
        new("limit 102", Side.Sell, new() { Limit = 102 }, Up, [103, 102, 102]),
        new("stop 102", Side.Buy, new() { Stop = 102 }, Up, [103, 102, 102]),
        new("stop 98", Side.Sell, new() { Stop = 98 }, Down, [97, 98, 98]),
        new("stop 102, limit 102.5", Side.Buy, new() { Stop = 102, Limit = 102.5 }, Up, [102.5, 102, 102]),
        new("stop 98, limit 97.5", Side.Sell, new() { Stop = 98, Limit = 97.5 }, Down, [97.5, 98, 98]),
        new("touch 98", Side.Buy, new() { Touch = 98 }, Down, [97, 98, 98]),
        new("touch 102", Side.Sell, new() { Touch = 102 }, Up, [103, 102, 102]),
        new("touch 98, limit 97", Side.Buy, new() { Touch = 98, Limit = 97 }, Down, [97, double.NaN, 97]),
        new("touch 102, limit 103", Side.Sell, new() { Touch = 102, Limit = 103 }, Up, [103, double.NaN, 103]),
        new("trail 2", Side.Buy, new() { Trail = 2 }, Up, [103, 102, 102]),
        new("trail 2", Side.Sell, new() { Trail = 2 }, Down, [97, 98, 98]),
        new("market on the open", Side.Buy, new() { Type = OrderType.MarketOnOpen }, Down, [97, 99, 99]),
        new("market on the open", Side.Sell, new() { Type = OrderType.MarketOnOpen }, Up, [103, 101, 101]),
        new("limit 98 on the open", Side.Buy, new() { Type = OrderType.LimitOnOpen, Limit = 98 }, Down, [97, double.NaN, double.NaN]),
        new("limit 102 on the open", Side.Sell, new() { Type = OrderType.LimitOnOpen, Limit = 102 }, Up, [103, double.NaN, double.NaN]),
        new("market on the close", Side.Buy, new() { Type = OrderType.MarketOnClose }, Down, [98.5, 99.5, 97]),
        new("market on the close", Side.Sell, new() { Type = OrderType.MarketOnClose }, Up, [101.5, 100.5, 103]),
        new("limit 98 on the close", Side.Buy, new() { Type = OrderType.LimitOnClose, Limit = 98 }, Down, [double.NaN, double.NaN, 97]),
        new("limit 102 on the close", Side.Sell, new() { Type = OrderType.LimitOnClose, Limit = 102 }, Up, [double.NaN, double.NaN, 103]),
        new("limit 98, immediate or cancel", Side.Buy, Immediate(98), Down, [97, double.NaN, double.NaN]),
        new("limit 102, immediate or cancel", Side.Sell, Immediate(102), Up, [103, double.NaN, double.NaN]),
    ];

    /// <summary>The table of all examples in the guide.</summary>
    internal static string Table()
    {
        var text = new StringBuilder();
        text.Append("| order | side | opens beyond | touches | goes through |\n|---|---|---|---|---|\n");
        foreach (Example one in All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {one.Name} | {(one.Side == Side.Buy ? "buy" : "sell")} |");
            for (int i = 0; i < one.Bars.Length; i++)
            {
                Prices bar = one.Bars[i];
                string fill = double.IsNaN(one.Fills[i]) ? Nothing : string.Create(CultureInfo.InvariantCulture, $"**{one.Fills[i]}**");
                text.Append(CultureInfo.InvariantCulture, $" {bar.Open} {bar.High} {bar.Low} {bar.Close}: {fill} |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static EntryTerms Immediate(double limit) => new() { Limit = limit, TimeInForce = TimeInForce.ImmediateOrCancel };
}
