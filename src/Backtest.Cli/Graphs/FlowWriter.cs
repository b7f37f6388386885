using System.Text;
using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Graphs;

/// <summary>Writes the flow of one container as text for a terminal.</summary>
internal static class FlowWriter
{
    /// <summary>The meaning of the symbols in the short form.</summary>
    public const string Legend = """
        → at once   ⇢ in a later step   ┄ reads another's state (before: as the
        last turn left it; settled: when the turn no longer changes it)
        --all shows handlers, fields and plugins

        """;

    private const int Width = 80;

    /// <summary>Writes the short form: the order in which events from outside are handled, then a line for each edge.</summary>
    public static void Write(StringBuilder text, FlowDescription flow)
    {
        foreach (IGrouping<string, FlowEdge> entry in flow.Edges.Where(edge => edge.From == flow.Container).GroupBy(edge => edge.Event))
        {
            Wrap(text, $"  {entry.Key}: ", entry.Select(edge => edge.To).Distinct());
            if (entry.Any(edge => edge.RunsAfterFault))
                Wrap(text, $"  {entry.Key} after a fault: ", entry.Where(edge => edge.RunsAfterFault).Select(edge => edge.To).Distinct());
        }

        FlowLine[] lines = [.. FlowLine.Of(flow).Where(line => line.From != flow.Container)];
        int from = lines.Select(line => line.From.Length).DefaultIfEmpty().Max();
        int to = lines.Select(line => line.To.Length).DefaultIfEmpty().Max();
        foreach (FlowLine line in lines.Where(line => line.Kind != EdgeKind.Read))
        {
            char arrow = line.Kind == EdgeKind.Delayed ? '⇢' : '→';
            Wrap(text, $"  {line.From.PadRight(from)} {arrow} {line.To.PadRight(to)}  ", line.Label.Split(", "));
        }

        foreach (IGrouping<string, FlowLine> reads in lines.Where(line => line.Kind == EdgeKind.Read).GroupBy(line => line.From))
            Wrap(text, $"  {reads.Key.PadRight(from)} ┄ ", reads.Select(line => $"{line.To}{Time(line.Label)}"));

        static string Time(string label) => label.Length == 0 ? "" : $" ({label})";
    }

    /// <summary>Writes the full form: every event with its handler, every read with its handler and the fields it uses.</summary>
    public static void WriteAll(StringBuilder text, FlowDescription flow)
    {
        int width = flow.Edges.Select(edge => edge.Event.Length).DefaultIfEmpty().Max();
        foreach (FlowEdge edge in flow.Edges)
        {
            string marks = string.Join(", ", Marks(edge));
            string shown = marks.Length == 0 ? "" : $"  ({marks})";
            text.Append($"  {edge.Event.PadRight(width)}  {edge.From} → {edge.To}.{edge.Handler}{shown}\n");
        }

        foreach (FlowRead read in flow.Reads)
        {
            string reader = read.Handler.Length == 0 ? read.Reader : $"{read.Reader}.{read.Handler}";
            string time = read.Time == ReadTime.After ? "" : $"  ({FlowLine.Text(read.Time)})";
            string edge = $"  {"reads".PadRight(width)}  {reader} ┄ {read.Role}{time}";
            if (read.Fields.Count == 0)
                text.Append(edge).Append('\n');
            else
                Wrap(text, $"{edge}  by ", read.Fields);
        }
    }

    private static IEnumerable<string> Marks(FlowEdge edge)
    {
        if (edge.IsDelayed)
            yield return "delayed";
        if (edge.IsConcurrent)
            yield return "at once with others";
        if (edge.RunsAfterFault)
            yield return "also frozen";
    }

    /// <summary>Writes words after a lead, wrapped to the width of a terminal.</summary>
    private static void Wrap(StringBuilder text, string lead, IEnumerable<string> words)
    {
        string[] all = [.. words];
        int used = lead.Length;
        text.Append(lead);
        for (int i = 0; i < all.Length; i++)
        {
            string word = i == all.Length - 1 ? all[i] : $"{all[i]},";
            if (used + word.Length > Width && i > 0)
            {
                text.Length--;
                text.Append('\n').Append(' ', lead.Length);
                used = lead.Length;
            }

            text.Append(word).Append(' ');
            used += word.Length + 1;
        }

        text.Length--;
        text.Append('\n');
    }
}
