namespace Backtest.Testing;

/// <summary>What a risk manager did.</summary>
public enum AnswerKind
{
    /// <summary>It placed the order of a signal.</summary>
    Placed,

    /// <summary>It refused an entry.</summary>
    Vetoed,

    /// <summary>It closed part of what is held, without a signal.</summary>
    Reduced,

    /// <summary>It brought a strategy's position to a quantity, without a signal.</summary>
    Resized,

    /// <summary>It canceled a resting order.</summary>
    Canceled,
}
