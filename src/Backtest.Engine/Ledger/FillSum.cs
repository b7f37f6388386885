namespace Backtest.Engine;

/// <summary>The sum of the fills that entered or closed a position.</summary>
internal struct FillSum
{
    private decimal _price;
    private decimal _quantity;
    private decimal _value;
    private bool _isOfOnePrice;
    private bool _hasAny;

    /// <summary>The quantity filled, in current units.</summary>
    public readonly decimal Quantity => _quantity;

    /// <summary>The value filled.</summary>
    public readonly decimal Value => _value;

    /// <summary>Adds a fill.</summary>
    public void Add(decimal quantity, decimal price, decimal value)
    {
        _isOfOnePrice = !_hasAny || Quantity == 0;
        _price = price;
        Sum(quantity, value);
    }

    /// <summary>Adds a payment for a quantity that has no price of its own.</summary>
    public void Add(decimal quantity, decimal value)
    {
        _isOfOnePrice = false;
        Sum(quantity, value);
    }

    /// <summary>Restates the quantity in units after a split.</summary>
    public void Split(in SplitEvent split)
    {
        _isOfOnePrice = false;
        _quantity = split.Units(_quantity);
    }

    private void Sum(decimal quantity, decimal value)
    {
        // The first fill is stored without adding, which saves two sums for each position that one fill opens and one fill closes.
        if (_hasAny)
        {
            Amounts.Add(ref _quantity, quantity);
            Amounts.Add(ref _value, value);
        }
        else
        {
            (_quantity, _value) = (quantity, value);
        }

        _hasAny = true;
    }

    /// <summary>The average price. A single fill has a price of its own, which saves the division.</summary>
    public readonly decimal Price(Instrument instrument) => _isOfOnePrice ? _price : Value / instrument.PointValue(Quantity);
}
