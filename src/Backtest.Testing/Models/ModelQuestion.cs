namespace Backtest.Testing;

/// <summary>A question to a model.</summary>
/// <param name="Text">What it is about.</param>
/// <param name="Answer">Asks it; every digit of the answer counts.</param>
/// <param name="Problem">Says what is wrong with the answer; <see langword="null"/>: nothing.</param>
/// <typeparam name="TModel">What is asked.</typeparam>
internal sealed record ModelQuestion<TModel>(string Text, Func<TModel, string> Answer, Func<TModel, string?> Problem);
