namespace Backtest.Tests;

/// <summary>The order in which the wiring calls the handlers of an external event.</summary>
public sealed class ContainerOrderTests
{
    [Fact]
    public void Who_acts_on_an_event_comes_after_who_emits_it() =>
        Assert.Equal(["_book", "_ledger", "desk", "_risk"], Turn(ContainerSources.Run()));

    [Theory]
    [InlineData("Desks,Risk,Book,Ledger")]
    [InlineData("Risk,Desks,Ledger,Book")]
    [InlineData("Ledger,Book,Risk,Desks")]
    public void Order_of_the_properties_changes_nothing(string declared) =>
        Assert.Equal(Declared("Book,Ledger,Desks,Risk").Text, Declared(declared).Text);

    [Fact]
    public void Who_reads_a_role_comes_after_it()
    {
        Assert.Equal(["_book", "_ledger", "desk", "_risk"], Turn(Reading("Reads<Ledger>")));
        Assert.Equal(["_book", "_ledger", "desk", "_risk"], Turn(Reading("Reads<Ledger>(ReadTime.After)")));
    }

    [Fact]
    public void Who_reads_what_the_last_turn_left_comes_before() =>
        Assert.Equal(["_book", "desk", "_ledger", "_risk"], Turn(Reading("Reads<Ledger>(ReadTime.Before)")));

    [Fact]
    public void Who_reads_what_is_settled_comes_after_all_that_changes_it()
    {
        GeneratorRun run = ContainerSources.Run(
            text => ContainerSources.Edit("[Reads<Ledger>]", "[Reads<Ledger>(ReadTime.Before)]")(text) + """

                public sealed class Auditor(Ledger ledger)
                {
                    [Reads<Ledger>(ReadTime.Settled)] public void OnBar(in Turn turn) => _ = ledger;
                }

                public sealed class Closing { public void OnBar(in Turn turn, IFillEvents fills) { } }
                """,
            ContainerSources.Edit("class Home\n{", """
                class Home
                {
                    [Role] public Auditor Auditor { get; } = new(new());
                    [Role] public Closing Zeal { get; } = new();
                """));
        Assert.Equal(["_book", "desk", "_ledger", "_risk", "_zeal", "_auditor"], Turn(run));
    }

    [Theory]
    [InlineData("", "_bell,_siren")]
    [InlineData("[Reads<Siren>]", "_siren,_bell")]
    [InlineData("[Reads<Siren>(ReadTime.Settled)]", "_siren,_bell")]
    [InlineData("[Reads<Siren>(ReadTime.Before)]", "_bell,_siren")]
    public void Who_emits_to_a_role_it_reads_comes_when_it_reads(string read, string order)
    {
        GeneratorRun run = ContainerSources.Run(
            text => $$"""
                {{text}}

                [Event(Stage.Order)] public readonly record struct AlarmEvent;

                [Emitter(typeof(AlarmEvent))] public interface IAlarmEvents { void Emit(in AlarmEvent alarm); }

                public sealed class Siren { public void OnBar(in Turn turn) { } public void OnAlarm(in AlarmEvent alarm) { } }

                {{read}} public sealed class Bell { public void OnBar(in Turn turn, IAlarmEvents alarms) { } }
                """,
            ContainerSources.Edit("class Home\n{", """
                class Home
                {
                    [Role] public Bell Bell { get; } = new();
                    [Role] public Siren Siren { get; } = new();
                """));
        Assert.Equal(order, string.Join(',', Turn(run).Where(role => role is "_bell" or "_siren")));
    }

    [Theory]
    [InlineData("public void OnPause(in PauseEvent pause) { }", "")]
    [InlineData("", "public void OnPause(in PauseEvent pause) { }")]
    public void What_waits_comes_in_the_turn_it_may_come_up_in_whatever_is_declared_first(string before, string after)
    {
        GeneratorRun run = ContainerSources.Run(text => ContainerSources.Edit(
            "public void OnBar(in Turn turn, ISignalEvents signals) { }",
            $"{before} public void OnBar(in Turn turn, ISignalEvents signals) {{ }} {after}")(text)
            + "[Event(Stage.Bar)] public readonly record struct PauseEvent;");

        Assert.Empty(run.Diagnostics);
        int turn = run.Text.IndexOf("void OnTurn", StringComparison.Ordinal), pause = run.Text.IndexOf("void OnPause", StringComparison.Ordinal);
        int waiting = run.Text.IndexOf("in _fillQueue.Pending", StringComparison.Ordinal);
        Assert.True(turn < pause ? turn < waiting && waiting < pause : turn < waiting, run.Text);
    }

    [Fact]
    public void What_a_handler_says_it_reads_outweighs_what_its_class_says()
    {
        GeneratorRun run = ContainerSources.Run(ContainerSources.Edit(
            "public void OnBar(in Turn turn, ISignalEvents signals)",
            "[Reads<Ledger>(ReadTime.Before)] public void OnBar(in Turn turn, ISignalEvents signals)"));
        Assert.Equal(["_book", "desk", "_ledger", "_risk"], Turn(run));
    }

    [Fact]
    public void Names_decide_between_roles_that_nothing_orders()
    {
        string names = string.Join(' ', Turn(Reading("System.Serializable")));
        Assert.Equal("_book desk _ledger _risk", names);
        Assert.Equal("_book _accounts desk _risk", string.Join(' ', Turn(Reading("System.Serializable", ContainerSources.Edit("Ledger Ledger", "Ledger Accounts")))));
    }

    [Fact]
    public void Reads_order_the_handlers_of_an_event_from_inside()
    {
        GeneratorRun before = ContainerSources.Run();
        GeneratorRun after = ContainerSources.Run(ContainerSources.Edit(
            "public sealed class Risk\n", "[Reads<Journal>] public sealed class Risk\n"));
        Assert.Equal(["_risk", "_journal?"], Calls(before, "ISignalEvents.Emit"));
        Assert.Equal(["_journal?", "_risk"], Calls(after, "ISignalEvents.Emit"));
    }

    [Fact]
    public void Event_is_heard_before_what_another_role_made_of_it()
    {
        GeneratorRun run = ContainerSources.Run(ContainerSources.Edit(
            "public void OnSignal(in SignalEvent signal) { }\n    [Delayed]", "public void OnSignal(in SignalEvent signal, IOrderEvents orders) { }\n    [Delayed]"));
        Assert.Equal(["_journal?", "_risk"], Calls(run, "ISignalEvents.Emit"));
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
        Func<string, string> name = ContainerSources.Edit("Risk Risk", "Risk Admission");
        GeneratorRun run = ContainerSources.Run(
            text => ContainerSources.Edit("OnBar(in Turn turn, ISignalEvents signals)", "OnBar(in Turn turn)")(text)
                .Replace("public void OnSignal(in SignalEvent signal) { }", "", StringComparison.Ordinal),
            name);
        Assert.Equal(["_book", "_ledger", "desk", "_admission"], Turn(ContainerSources.Run(container: name)));
        Assert.Equal(["_book", "_admission", "_ledger", "desk"], Turn(run));
    }

    /// <summary>The run in which this attribute alone declares the desk's reads.</summary>
    private static GeneratorRun Reading(string attribute, Func<string, string>? container = null) => ContainerSources.Run(
        text => ContainerSources.Edit("[Reads<Ledger>]", $"[{attribute}]")(text)
            .Replace("public sealed class Desk(Ledger ledger)", "public sealed class Desk", StringComparison.Ordinal)
            .Replace("public bool Has(int order) => ledger is not null && order > 0;", "", StringComparison.Ordinal),
        container);

    private static GeneratorRun Declared(string roles) => ContainerSources.Run(container: text =>
    {
        string properties = string.Join('\n', roles.Split(',').Select(role => role == "Desks"
            ? "[Role] public IReadOnlyList<Desk> Desks { get; } = [];"
            : $"[Role] public {role} {role} {{ get; }} = new();"));
        int from = text.IndexOf("[Role]", StringComparison.Ordinal), to = text.IndexOf("[Role] public Journal", StringComparison.Ordinal);
        return text[..from] + properties + text[to..];
    });

    /// <summary>The components called in a turn, in order.</summary>
    private static string[] Turn(GeneratorRun run) => Calls(run, "void OnTurn");

    /// <summary>The components called in a method, in order.</summary>
    private static string[] Calls(GeneratorRun run, string method)
    {
        Assert.Empty(run.Diagnostics);
        string text = run.Text;
        int from = text.IndexOf(method, StringComparison.Ordinal);
        string body = text[from..text.IndexOf("\n        }\n", from, StringComparison.Ordinal)];
        string handler = method == "void OnTurn" ? ".OnBar(" : ".On";
        IEnumerable<string> calls = body.Split('\n').Skip(1).Where(line => line.Contains(handler, StringComparison.Ordinal));
        return [.. calls.Select(line => line.Trim().Split('.')[0])];
    }
}
