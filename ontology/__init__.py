"""What things are: value types, closed sets, domain tables and the RDF vocabulary. The lowest floor."""
