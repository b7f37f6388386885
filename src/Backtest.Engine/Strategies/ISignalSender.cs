namespace Backtest.Engine;

/// <summary>A strategy as its emitters see it: it numbers its signals and sends them on.</summary>
internal interface ISignalSender
{
    /// <summary>Its place among the strategies around it, from 0.</summary>
    int Index { get; }

    /// <summary>The id of its next signal.</summary>
    int NextSignal();

    /// <summary>Its orders at work on an instrument, each with what is left to fill; valid until the next call.</summary>
    ReadOnlySpan<OrderEvent> Orders(Instrument instrument);

    /// <summary>Sends a signal on.</summary>
    void Send(in SignalEvent signal);
}
