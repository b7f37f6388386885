namespace Backtest.Engine;

/// <summary>The fills that entered a position, or left it.</summary>
internal struct FillSum
{
    private decimal _price;
    private decimal _quantity;
    private decimal _value;
    private bool _isOfOnePrice;
    private bool _hasAny;

    /// <summary>How many were filled, in units as they are now.</summary>
    public readonly decimal Quantity => _quantity;

    /// <summary>What they were worth.</summary>
    public readonly decimal Value => _value;

    /// <summary>Adds a fill.</summary>
    public void Add(decimal quantity, decimal price, decimal value)
    {
        _isOfOnePrice = !_hasAny || Quantity == 0;
        _price = price;
        Sum(quantity, value);
    }

    /// <summary>Adds what was paid out at no price of its own.</summary>
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
        // What is added to nothing stays as it is, which spares two sums of each position opened and closed by one fill each.
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

    /// <summary>The average price. One fill has its own, which spares the division.</summary>
    public readonly decimal Price(Instrument instrument) => _isOfOnePrice ? _price : Value / instrument.PointValue(Quantity);
}
