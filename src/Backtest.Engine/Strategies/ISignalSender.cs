namespace Backtest.Engine;

/// <summary>A strategy as its emitters see it: it numbers its signals and sends them.</summary>
internal interface ISignalSender
{
    /// <summary>The index of the strategy among those at its level, from 0.</summary>
    int Index { get; }

    /// <summary>The id of its next signal.</summary>
    int NextSignal();

    /// <summary>Its working orders on an instrument, each with the quantity left to fill; valid until the next call.</summary>
    ReadOnlySpan<OrderEvent> Orders(Instrument instrument);

    /// <summary>Sends a signal.</summary>
    void Send(in SignalEvent signal);
}
