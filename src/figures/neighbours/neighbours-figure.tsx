export default function NeighboursFigure() {
  return <p>To be drawn.</p>;
}
