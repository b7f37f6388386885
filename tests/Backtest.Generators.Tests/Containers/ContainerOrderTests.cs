namespace Backtest.Tests;

/// <summary>In which order the wiring calls what handles an event from outside.</summary>
public sealed class ContainerOrderTests
{
    [Fact]
    public void Who_acts_on_an_event_comes_after_who_emits_it() =>
        Assert.Equal(["_book", "_ledger", "desk", "_risk"], Turn(ContainerSources.Run()));

    [Theory]
    [InlineData("Desks,Risk,Book,Ledger")]
    [InlineData("Risk,Desks,Ledger,Book")]
    [InlineData("Ledger,Book,Risk,Desks")]
    public void Flow_decides_where_it_can_whatever_the_declaration(string declared)
    {
        List<string> turn = Turn(Declared(declared));
        Assert.True(turn.IndexOf("_book") < turn.IndexOf("desk"), "Fills of the turn are heard before deciding.");
        Assert.True(turn.IndexOf("_book") < turn.IndexOf("_ledger"), "Fills reach the ledger before it is marked.");
        Assert.True(turn.IndexOf("desk") < turn.IndexOf("_risk"), "Signals are answered in their turn.");
    }

    [Fact]
    public void Declaration_decides_where_the_flow_leaves_it_open()
    {
        string first = string.Join(' ', Turn(Declared("Book,Ledger,Desks,Risk")));
        string second = string.Join(' ', Turn(Declared("Book,Desks,Risk,Ledger")));
        Assert.Equal(("_book _ledger desk _risk", "_book desk _risk _ledger"), (first, second));
    }

    [Fact]
    public void Adding_a_handler_to_a_component_changes_the_wiring_with_no_other_edit()
    {
        GeneratorRun before = ContainerSources.Run();
        GeneratorRun after = before.With(1, ContainerSources.Edit(
            "public sealed class Journal\n{", "public sealed class Journal\n{\n    public void OnFill(in FillEvent fill) { }"));
        Assert.DoesNotContain("_journal?.OnFill(in fill);", before.Text, StringComparison.Ordinal);
        Assert.Contains("_journal?.OnFill(in fill);", after.Text, StringComparison.Ordinal);
        Assert.Contains("(\"Book\", \"FillEvent\", \"Journal\", \"OnFill\")", after.Text, StringComparison.Ordinal);
        Assert.Empty(after.CompilerComplaints);
    }

    [Fact]
    public void Taking_an_emitter_away_changes_the_order()
    {
        GeneratorRun run = ContainerSources.Run(
            text => ContainerSources.Edit("OnBar(in Turn turn, ISignalEvents signals)", "OnBar(in Turn turn)")(text)
                .Replace("public void OnSignal(in SignalEvent signal) { }", "", StringComparison.Ordinal));
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["_book", "_risk", "_ledger", "desk"], Turn(run));
    }

    private static GeneratorRun Declared(string roles) => ContainerSources.Run(container: text =>
    {
        string properties = string.Join('\n', roles.Split(',').Select(role => role == "Desks"
            ? "[Role] public IReadOnlyList<Desk> Desks { get; } = [];"
            : $"[Role] public {role} {role} {{ get; }} = new();"));
        int from = text.IndexOf("[Role]", StringComparison.Ordinal), to = text.IndexOf("[Role] public Journal", StringComparison.Ordinal);
        return text[..from] + properties + text[to..];
    });

    /// <summary>Who is called in a turn, in order.</summary>
    private static List<string> Turn(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        string text = run.Text;
        int from = text.IndexOf("public void OnTurn", StringComparison.Ordinal);
        string body = text[from..text.IndexOf("\n        }\n", from, StringComparison.Ordinal)];
        IEnumerable<string> calls = body.Split('\n').Where(line => line.Contains(".OnBar(", StringComparison.Ordinal));
        return [.. calls.Select(line => line.Trim().Split('.')[0])];
    }
}
