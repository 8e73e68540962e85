namespace OutreachBot.Places;

/// <summary>A municipality: the place tips are routed by.</summary>
/// <param name="Id">See <see cref="PlaceId"/>.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Country"><c>BO</c> or <c>GT</c>.</param>
/// <param name="Seat">The town its offices are in.</param>
/// <param name="Population">Persons, Bolivia's census of 2024; null for Guatemala.</param>
public sealed record Municipality(string Id, string Name, string Department, string Country, GeoPoint Seat, int? Population)
{
    /// <summary>Whether the department is governed from here.</summary>
    public bool IsDepartmentSeat => Id == Department + (Country == "BO" ? "0101" : "01");
}

/// <summary>A department, or a province of Bolivia.</summary>
public sealed record Area(string Id, string Name);

/// <summary>A town or a country that isn't ours.</summary>
/// <param name="Names">How it is called, the usual name first.</param>
/// <param name="Town">Null for a country or a state.</param>
public sealed record PlaceAbroad(IReadOnlyList<string> Names, GeoPoint? Town);
