using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Cli.Graphs;

namespace Backtest.Tests.Graphs;

public sealed class FlowWriterTests
{
    private static readonly FlowDescription Flow = new(
        "Home",
        new FlowEdge("Home", "Turn", "Book", "OnBar") { RunsAfterFault = true },
        new FlowEdge("Book", "FillEvent", "Desks", "OnFill", IsDelayed: true),
        new FlowEdge("Book", "RejectEvent", "Desks", "OnReject", IsDelayed: true),
        new FlowEdge("Book", "FillEvent", "Ledger", "OnFill"),
        new FlowEdge("Home", "Turn", "Ledger", "OnBar"),
        new FlowEdge("Home", "Turn", "Desks", "OnBar"),
        new FlowEdge("Desks", "OrderEvent", "Book", "OnOrder") { IsConcurrent = true })
    {
        Reads =
        [
            new FlowRead("Book", "OnBar", "Ledger", ReadTime.Before, "_ledger", "_account._ledger"),
            new FlowRead("Desks", "", "Book", ReadTime.After),
            new FlowRead("Desks", "", "Ledger", ReadTime.Settled, "_ledger"),
        ],
    };

    [Fact]
    public void Short_form_has_the_order_of_the_turn_and_a_line_for_each_edge() => Assert.Equal(
        """
          Turn: Book, Ledger, Desks
          Turn after a fault: Book
          Book  ⇢ Desks   FillEvent, RejectEvent
          Book  → Ledger  FillEvent
          Desks → Book    OrderEvent
          Book  ┄ Ledger (before)
          Desks ┄ Book, Ledger (settled)

        """,
        Written(FlowWriter.Write));

    [Fact]
    public void Long_form_has_handlers_and_the_fields_behind_reads() => Assert.Equal(
        """
          Turn         Home → Book.OnBar  (also frozen)
          FillEvent    Book → Desks.OnFill  (delayed)
          RejectEvent  Book → Desks.OnReject  (delayed)
          FillEvent    Book → Ledger.OnFill
          Turn         Home → Ledger.OnBar
          Turn         Home → Desks.OnBar
          OrderEvent   Desks → Book.OnOrder  (at once with others)
          reads        Book.OnBar ┄ Ledger  (before)  by _ledger, _account._ledger
          reads        Desks ┄ Book
          reads        Desks ┄ Ledger  (settled)  by _ledger

        """,
        Written(FlowWriter.WriteAll));

    [Fact]
    public void Long_lines_go_on_below() => Assert.Equal(
        $"""
          Turn: {string.Join(", ", Enumerable.Repeat("Component", 6).Select((name, index) => $"{name}{index}"))},
                Component6, Component7

        """,
        Written((text, _) => FlowWriter.Write(text, new FlowDescription(
            "Home", [.. Enumerable.Range(0, 8).Select(index => new FlowEdge("Home", "Turn", $"Component{index}", "OnBar"))]))));

    private static string Written(Action<StringBuilder, FlowDescription> write)
    {
        StringBuilder text = new();
        write(text, Flow);
        return text.ToString();
    }
}
