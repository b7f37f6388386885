namespace Backtest.Engine;

/// <summary>A strategy as its emitters see it: it numbers its signals and sends them on.</summary>
internal interface ISignalSender
{
    /// <summary>Its place among the strategies around it, from 0.</summary>
    int Index { get; }

    /// <summary>The id of its next signal.</summary>
    int NextSignal();

    /// <summary>Sends a signal on.</summary>
    void Send(in SignalEvent signal);
}
