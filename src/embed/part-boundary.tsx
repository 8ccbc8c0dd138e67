import type { ReactNode } from 'react';
import { Component } from 'react';

interface PartBoundaryProps {
  /** What is shown in place of a part whose code did not arrive, or that failed. */
  readonly instead: ReactNode;
  readonly onFailed: () => void;
  readonly children: ReactNode;
}

/** Keeps the embed usable where its figure could not be loaded or shown. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailed();
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
