using Extract.Tools.Gazetteer;

// usage: gazetteer PACKAGES SHARED OUT, or gazetteer names ENTITIES OUT, see README.md
if (args is ["names", var entities, var folder])
{
    Console.WriteLine(NameTraining.Write(entities, folder));
    return 0;
}
if (args.Length != 3)
{
    Console.Error.WriteLine("gazetteer: three folders are expected: the unpacked npm packages, the shared data, and where to write. See tools/gazetteer/README.md.");
    return 2;
}
var sources = new Sources(args[0], args[1], Path.Combine(AppContext.BaseDirectory, "lists"));
var atlas = Atlas.Of(sources);
GazetteerWriter.Write(atlas, args[2]);
Console.WriteLine($"{atlas.Countries.Count} countries, {atlas.Regions.Count} regions, {atlas.Cities.Count} cities, {atlas.Names.Count} names in {args[2]}");
return 0;
