using System.Globalization;

namespace Backtest.Testing;

/// <summary>Writes what was decided so that equal texts mean equal decisions, to the last bit of each number, in any culture.</summary>
internal static class FactText
{
    public static string Of(object fact) => fact switch
    {
        RecordedSignal { Action: SignalAction.Exit } exit =>
            $"exit {Number(exit.Strength)}{(exit.Terms == default ? "" : Terms(exit.Terms))}{Reason(exit.Reason)}",
        RecordedSignal { Action: SignalAction.Cancel } cancel => $"cancel {cancel.RefersTo.Number}{Reason(cancel.Reason)}",
        RecordedSignal { Action: SignalAction.Amend } amend =>
            $"amend {amend.RefersTo.Number}{Size(amend.Size)}{Terms(amend.Terms)}{Reason(amend.Reason)}",
        RecordedSignal { Action: SignalAction.Target } target =>
            $"target{Size(target.Size)}, band {Number(target.Band)}{Reason(target.Reason)}",
        RecordedSignal entry => $"enter {entry.Direction} {Number(entry.Strength)}{Terms(entry.Terms)}{Reason(entry.Reason)}",
        RecordedRegime regime => $"{regime.Name} {Number(regime.Confidence)}{Probabilities(regime.Probabilities)}",
        RecordedAnswer answer => Answer(answer),
        _ => fact.ToString()!,
    };

    public static string Place(string symbol, int row, long time) => row < 0
        ? string.Create(CultureInfo.InvariantCulture, $"{symbol}, the turn of {Time(time)}")
        : string.Create(CultureInfo.InvariantCulture, $"{symbol}, bar {row} ({Time(time)})");

    public static string Time(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Answer(RecordedAnswer answer)
    {
        string quantity = answer.Quantity.ToString(CultureInfo.InvariantCulture);
        string limit = answer.RiskLimit is null ? "" : $" {answer.RiskLimit} {Number(answer.Measured)}/{Number(answer.Threshold)}";
        return $"{answer.Kind} {quantity}{limit}";
    }

    private static string Terms(EntryTerms terms) => string.Concat(
        string.Concat(
            Part("limit", terms.Limit), Part("stop", terms.Stop), Part("stop loss", terms.StopLoss), Part("take profit", terms.TakeProfit)),
        string.Concat(
            Part("trailing stop", terms.TrailingStop), Part("touch", terms.Touch), Part("trail", terms.Trail ?? terms.TrailFraction ?? terms.TrailRanges),
            Part("trailing fraction", terms.TrailingStopFraction), Part("trailing ranges", terms.TrailingStopRanges)),
        terms.Add ? ", adds" : "", $", {terms.TimeInForce}");

    private static string Size(PositionSize size) => size.Unit == SizeUnit.None ? "" : $" {Number(size.Amount)} {size.Unit}";

    private static string Part(string name, double? value) => value is { } number ? $", {name} {Number(number)}" : "";

    private static string Part(string name, PriceLevel? level) =>
        level is { } price ? $", {name} {(price.IsDistance ? "offset " : "")}{Number(price.Value)}" : "";

    private static string Reason(string? reason) => reason is null ? "" : $" \"{reason}\"";

    private static string Probabilities(IReadOnlyList<double> values) => values.Count == 0 ? "" : $" [{string.Join(", ", values.Select(Number))}]";
}
