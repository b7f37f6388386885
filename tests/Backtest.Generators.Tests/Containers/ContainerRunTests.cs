using Backtest.Abstractions.Runtime;
using Backtest.Tests.House;

namespace Backtest.Tests;

/// <summary>Runs generated wiring.</summary>
public sealed class ContainerRunTests
{
    [Fact]
    public void Exchange_fills_first_and_traders_hear_of_it_before_they_decide()
    {
        var log = new List<string>();
        HomeFactory.Wiring wiring = HomeFactory.Wire(new Home(log, traders: 2));
        wiring.OnTurn(new Turn(1));
        log.Clear();
        wiring.OnTurn(new Turn(3));
        Assert.Equal(
            [
                "fill 1 in 3", "booked 1", "fill 1 in 3", "booked 1",
                "trader 1 hears of 1", "trader 2 hears of 1", "trader 1 hears of 1", "trader 2 hears of 1",
                "trader 1 decides in 3", "trader 2 decides in 3",
            ],
            log);
    }

    [Fact]
    public void Fill_after_the_decision_is_booked_at_once_and_heard_in_the_next_turn()
    {
        var log = new List<string>();
        HomeFactory.Wiring wiring = HomeFactory.Wire(new Home(log, traders: 1));
        wiring.OnTurn(new Turn(2));
        Assert.Equal(["trader 1 decides in 2", "booked 2"], log);
        wiring.OnTurn(new Turn(4));
        Assert.Equal(["trader 1 hears of 2", "trader 1 decides in 4", "booked 4"], log[2..]);
    }

    [Fact]
    public void After_a_fault_only_those_that_say_so_run_and_what_they_emit_is_heard()
    {
        var log = new List<string>();
        HomeFactory.Wiring wiring = HomeFactory.Wire(new Home(log, traders: 2));
        wiring.OnTurn(new Turn(1));
        log.Clear();
        wiring.OnFrozenTurn(new Turn(3));
        Assert.Equal(["fill 1 in 3", "booked 1", "fill 1 in 3", "booked 1"], log);
    }

    [Fact]
    public void Delayed_events_allocate_nothing_once_grown()
    {
        var events = new DelayedEvents<FillEvent>();
        Fill(events);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int turn = 0; turn < 10; turn++)
            Fill(events);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(events.Pending.IsEmpty);

        static void Fill(DelayedEvents<FillEvent> events)
        {
            for (int i = 0; i < 100; i++)
                events.Add(default);
            events.Clear();
        }
    }

    [Fact]
    public void Description_of_the_flow_has_every_edge_in_the_order_of_the_turn()
    {
        Assert.Equal("Home", HomeFactory.Flow.Container);
        Assert.Equal(
            [
                new FlowEdge("Home", "Turn", "Exchange", "OnBar") { RunsAfterFault = true },
                new FlowEdge("Exchange", "FillEvent", "Traders", "OnFill", IsDelayed: true),
                new FlowEdge("Exchange", "FillEvent", "Ledger", "OnFill"),
                new FlowEdge("Home", "Turn", "Traders", "OnBar"),
                new FlowEdge("Traders", "OrderEvent", "Exchange", "OnOrder"),
            ],
            HomeFactory.Flow.Edges);
    }
}
