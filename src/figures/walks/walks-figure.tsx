export default function WalksFigure() {
  return <p>To be drawn.</p>;
}
