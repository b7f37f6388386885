using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Describes differences between runs.</summary>
internal static class Findings
{
    /// <summary>Creates a finding.</summary>
    /// <param name="kind">The kind of the defect.</param>
    /// <param name="difference">Where the runs diverge.</param>
    /// <param name="change">The change that was made.</param>
    /// <param name="cut">The end of the last unchanged bar, or null if bars were not changed.</param>
    /// <param name="fix">How to find the cause.</param>
    public static AuditFinding Of(AuditFindingKind kind, TraceDifference difference, string change, long? cut, string fix)
    {
        TracePlace place = difference.Place;
        return new AuditFinding(kind, place.Container, place.Kind.Id, place.Plugin)
        {
            Change = change,
            Cut = cut is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            Time = new DateTime(difference.Found.Time, DateTimeKind.Utc),
            Symbol = difference.Found.Symbol,
            Whole = difference.Found.Whole,
            Other = difference.Found.Other,
            ReadBy = place.ReadBy.Length > 0 ? place.ReadBy : null,
            Fix = fix,
        };
    }

    /// <summary>How to find the cause of look-ahead in a plugin.</summary>
    public static string LookAheadFix(TracePlace place)
    {
        if (place.Kind == PluginKind.Indicator)
            return "Look for a window that is centered or extends forward, a value computed from the whole column, and reads after the current row.";
        if (place.Kind == PluginKind.Classifier)
            return "Look for a model fitted to bars after the current one, a smoothed path instead of a filtered one, and static fields.";
        if (place.Kind == PluginKind.RiskManager)
            return "Look for sizes or limits computed from anything but the current turn, and for static fields that other plugins write.";
        return "Look for reads after the current row, negative offsets, and static fields that another instance fills before this one.";
    }
}
