using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Rows;

/// <summary>Bids and asks during a bar.</summary>
/// <param name="Bid">The bids.</param>
/// <param name="Ask">The asks.</param>
internal readonly record struct BarQuotes(QuotePrices Bid, QuotePrices Ask);
